module.exports = { default: true, cookies: [/^video/] };
