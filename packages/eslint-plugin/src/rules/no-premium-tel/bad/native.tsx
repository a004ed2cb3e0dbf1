import { Linking } from 'react-native';

export const call = () => Linking.openURL('tel:+499005550148');
export const assign = () => window.location.assign(`tel:${'+448715550148'}`);
export const Help = () => <Button to="tel:+448715550148">Call</Button>;
