#pragma once

#include "cil/objects/dial_options.h"
#include "cil/settings/settings.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QRadioButton;

namespace callwright {

class CallDataForm;
class DialField;
class RecentNumbers;

enum class DialPurpose { Call, Transfer, Conference, Forward };

/// What the mask lets somebody do with a number now.
struct DialWays {
    bool plain = false;      ///< call, forward, or talk to them first
    bool singleStep = false; ///< transfer or add without talking to them
};

/// Asks for a number and what goes along with the call. Stays open until the server has taken the request or the
/// person cancels: a refusal is shown, and nothing that was entered is lost. Leaves the window behind it usable.
class DialDialog final : public QDialog {
    Q_OBJECT
public:
    struct Setup {
        DialPurpose purpose = DialPurpose::Call;
        QString about; ///< the other party of the call at hand; empty for a new call
        DialWays ways;
        Arguments data; ///< of the call at hand
        std::vector<GridColumn> columns;
    };

    DialDialog(const Setup& setup, RecentNumbers& recents, QWidget* parent);

    DialPurpose purpose() const { return m_purpose; }
    QString number() const;
    void setNumber(const QString& typed);
    void setWays(DialWays ways, const QString& whyNot); ///< follows the mask; `whyNot` for when nothing is possible
    void preferSingleStep(bool preferred);
    void setWaiting(bool waiting); ///< for the outcome of the request: it is not sent twice
    void showRefusal(const QString& text);

Q_SIGNALS:
    void dialRequested(const callwright::DialOptions& options, bool singleStep);

private:
    QWidget* makeNumberSide(RecentNumbers& recents);
    QWidget* makeWays(DialWays ways);
    QWidget* makeData(const Setup& setup);
    QWidget* makeButtons();
    bool isSingleStep() const;
    void refresh();
    void finish();

    DialPurpose m_purpose;
    DialWays m_ways;
    QString m_whyNot;
    QString m_refusal; ///< of what was last tried
    bool m_waiting = false;
    DialField* m_number = nullptr;
    QRadioButton* m_first = nullptr;      ///< talk to them first; only where there is a choice
    QRadioButton* m_singleStep = nullptr; ///< the same
    CallDataForm* m_data = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_dial = nullptr;
};

} // namespace callwright
