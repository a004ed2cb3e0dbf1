export interface Customer {
  readonly balance: number;
}

export async function findCustomer(account: string): Promise<Customer> {
  const answer = await fetch(`https://customers.larch.example/${account}`);
  if (!answer.ok) throw new Error('not found');
  return (await answer.json()) as Customer;
}
