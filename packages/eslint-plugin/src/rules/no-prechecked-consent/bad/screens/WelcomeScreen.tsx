import { useReducer, useState } from 'react';
import { Switch, Text, TextInput, View } from 'react-native';
import { choose } from './choose';

export function SignUpScreen() {
  const [mail, setMail] = useState('');
  const [state, dispatch] = useReducer(choose, { promotions: true, step: 1 });
  return (
    <View>
      <TextInput placeholder="E-mail" value={mail} onChangeText={setMail} />
      <View>
        <Text>Send me promotional e-mails</Text>
        <Switch value={state.promotions} onValueChange={() => dispatch({ type: 'promotions' })} />
      </View>
    </View>
  );
}
