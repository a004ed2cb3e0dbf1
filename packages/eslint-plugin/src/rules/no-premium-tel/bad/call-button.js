const SUPPORT = '+44 871 555 0148';

export function callSupport() {
  window.location.href = `tel:${SUPPORT}`;
}
