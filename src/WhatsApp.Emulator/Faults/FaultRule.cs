namespace WhatsApp.Emulator;

/// <summary>Says which failure is played. Each method completes the rule.</summary>
public sealed class FaultRule
{
    private const string HtmlPage = "<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>";

    private readonly FaultScript _script;
    private readonly FaultTarget _target;
    private readonly int _nth;
    private readonly int _times;
    private int _seen;
    private Fault? _fault;

    internal FaultRule(FaultScript script, FaultTarget target, int nth, int times) => (_script, _target, _nth, _times) = (script, target, nth, times);

    internal bool IsForSends => _target.Edge is null;

    /// <summary>Refuses with this error code; nothing is sent.</summary>
    /// <param name="code">A code of the platform, for example 131056.</param>
    /// <param name="httpStatus">The HTTP status; null means the usual one for that code.</param>
    public void Error(int code, int? httpStatus = null) => Play(new Fault { Answer = GraphError.Of(code, httpStatus: httpStatus).ToAnswer() });

    /// <summary>Refuses with this error code whose <c>error_data</c> is plain text, as some errors are; nothing is sent.</summary>
    /// <param name="code">A code of the platform.</param>
    /// <param name="errorData">The text.</param>
    public void ErrorWithTextData(int code, string errorData) => Play(new Fault { Answer = (GraphError.Of(code, errorData) with { IsDataText = true }).ToAnswer() });

    /// <summary>Accepts with HTTP 200, then reports a <c>failed</c> status with this code.</summary>
    /// <param name="code">A code of the platform, for example 131049.</param>
    public void FailLater(int code) => Play(new Fault { AfterAccepting = true, FailLater = code });

    /// <summary>Answers with this HTTP status and a Graph error; nothing is sent.</summary>
    public void RefuseBeforeAccepting(int httpStatus) => Play(new Fault { Answer = ServerError(httpStatus) });

    /// <summary>Delivers the message, yet answers with this HTTP status and a Graph error.</summary>
    public void AnswerAfterAccepting(int httpStatus) => Play(new Fault { AfterAccepting = true, Answer = ServerError(httpStatus) });

    /// <summary>Answers with an HTML page and HTTP 502, as an edge proxy does.</summary>
    /// <param name="afterAccepting">True: the message is delivered all the same.</param>
    public void Html502(bool afterAccepting = false) =>
        Play(new Fault { AfterAccepting = afterAccepting, Answer = new GraphAnswer(502, "text/html", HtmlPage) });

    /// <summary>Answers with a body of your own.</summary>
    /// <param name="httpStatus">The HTTP status.</param>
    /// <param name="body">The body, JSON or not, maybe empty.</param>
    /// <param name="contentType">Its type.</param>
    /// <param name="afterAccepting">True: the message is delivered all the same.</param>
    public void Answer(int httpStatus, string body, string contentType = GraphAnswer.Json, bool afterAccepting = false) =>
        Play(new Fault { AfterAccepting = afterAccepting, Answer = new GraphAnswer(httpStatus, contentType, body) });

    /// <summary>Answers HTTP 200 with <c>{"success":false}</c>; nothing is done.</summary>
    public void NoSuccess() => Play(new Fault { Answer = GraphAnswer.NoSuccess });

    /// <summary>Never answers; the caller's own deadline has to end the call.</summary>
    /// <param name="afterAccepting">True: the message is delivered all the same.</param>
    public void Hang(bool afterAccepting = false) => Play(new Fault { AfterAccepting = afterAccepting, Hangs = Timeout.InfiniteTimeSpan, Answer = GraphAnswer.Dropped });

    /// <summary>Answers as usual, yet late.</summary>
    /// <param name="howLong">How late by the emulator's clock, more than zero.</param>
    /// <param name="afterAccepting">True: the message is on its way meanwhile. False: it is accepted when the wait is over.</param>
    public void Hang(TimeSpan howLong, bool afterAccepting = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(howLong, TimeSpan.Zero);
        Play(new Fault { AfterAccepting = afterAccepting, Hangs = howLong });
    }

    /// <summary>Closes the connection without an answer; nothing is sent.</summary>
    public void DropConnection() => Play(new Fault { Answer = GraphAnswer.Dropped });

    /// <summary>Delivers the message, yet closes the connection without an answer.</summary>
    public void AcceptThenDropConnection() => Play(new Fault { AfterAccepting = true, Answer = GraphAnswer.Dropped });

    /// <summary>Accepts as <c>held_for_quality_assessment</c>, then reports a <c>failed</c> status.</summary>
    /// <param name="code">The code of the status. Default 132015: the template is paused.</param>
    public void HoldThenFail(int code = 132015) => Play(new Fault { AfterAccepting = true, MessageStatus = "held_for_quality_assessment", FailLater = code });

    internal Fault? Count(FaultTarget call)
    {
        if (!_target.Matches(call))
            return null;
        _seen++;
        return _seen >= _nth && _seen - _nth < _times ? _fault : null;
    }

    private static GraphAnswer ServerError(int httpStatus) => GraphError.Of(httpStatus == 503 ? 2 : 131000, httpStatus: httpStatus).ToAnswer();

    private void Play(Fault fault)
    {
        if (_fault is not null)
            throw new InvalidOperationException("This rule is complete; write another one.");
        _fault = fault;
        _script.Add(this);
    }
}
