exports.dtmf = async (req, res) => {
  try {
    res.json(await req.app.locals.nextStep(req.body.dtmf));
  } catch (error) {
    const ncco = [{ action: 'talk', text: 'We could not process that.' }];
    res.json(ncco);
  }
};
