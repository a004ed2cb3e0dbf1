import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';

export const Join = () => (
  <form>
    <input type="email" name="email" />
    <FormControlLabel control={<Switch defaultChecked />} label="Subscribe to our newsletter. You can unsubscribe at any time." />
  </form>
);
