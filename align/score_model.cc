#include "align/score_model.h"

namespace thalign {

const ScoreModel& ScoreModel::shipped() {
  static const ScoreModel model;
  return model;
}

}  // namespace thalign
