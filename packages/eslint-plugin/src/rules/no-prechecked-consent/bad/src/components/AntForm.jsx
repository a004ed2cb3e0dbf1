import { Checkbox, Form, Input } from 'antd';

export const OrderForm = () => (
  <Form>
    <Form.Item name="email" label="E-mail">
      <Input />
    </Form.Item>
    <Form.Item name="marketing" valuePropName="checked" initialValue={true}>
      <Checkbox>You may share my data with your partners</Checkbox>
    </Form.Item>
  </Form>
);
