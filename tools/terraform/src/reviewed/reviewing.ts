export { readReviewed } from './read-reviewed';
export { ReviewedPlans } from './reviewed-plans';
