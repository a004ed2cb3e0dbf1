document.querySelector('#contact-form').addEventListener('submit', (event) => {
  event.preventDefault();
  emailjs.sendForm('service', 'template', event.target).then(() => alert('Thank you for your message.'));
});

document.querySelector('#contact-form').addEventListener('submit', () => {
  alert('Thank you. Your message is on its way.');
});

document.querySelector('#newsletter-form').addEventListener('submit', (event) => {
  event.preventDefault();
  alert('Thank you!');
});
