import DefaultTheme from 'vitepress/theme-without-fonts';
import Front from './Front.vue';
import './style.css';

export default {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => {
    app.component('front', Front);
  },
};
