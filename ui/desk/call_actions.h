#pragma once

#include "ui/desk/request_book.h"

#include <QPointer>

namespace callwright {

/// What is done with the calls at hand; dialling another one is DialActions' matter.
class CallActions final : public QObject {
    Q_OBJECT
public:
    explicit CallActions(RequestBook& requests, QObject* parent = nullptr);

    void answer();
    void hangUp();
    void hold();
    void retrieve();
    void swap();
    void reconnect();
    void completeTransfer();
    void completeConference();
    void record(); ///< starts or stops, as the current call is recorded or not

    void answerCall(const QString& callId); ///< from the grid or a notification
    void makeCurrent(const QString& callId);
    void changeData(const QString& callId, const Arguments& changes);

private:
    void answerOnce(Call* call);

    RequestBook& m_requests;
    QPointer<Call> m_answering; ///< until it is refused: nothing rings again once it was answered
};

} // namespace callwright
