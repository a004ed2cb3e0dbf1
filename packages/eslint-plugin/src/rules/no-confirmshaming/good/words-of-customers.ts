export const quotes = [{ author: 'Ada', quote: "I don't care about discounts, I care about service." }];
export const article = { title: 'I don’t want to save: why rebates fail' };
