import { offerLink } from './offerLink';

test('the link holds the answers after "#", and only those that were given', () => {
  expect(offerLink({ age: '18-20', care: 'home', doing: null, living: '', council: 'devon', reader: undefined })).toBe(
    '/my-offer#age=18-20&care=home&council=devon',
  );
});
