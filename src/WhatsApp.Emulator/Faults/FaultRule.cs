namespace WhatsApp.Emulator;

/// <summary>Says which failure is played. Each method completes the rule.</summary>
public sealed class FaultRule
{
    private const string HtmlPage = "<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>";

    private readonly FaultScript _script;
    private readonly EmulatedNumber? _number;
    private readonly EmulatedPhone? _to;
    private readonly int _nth;
    private readonly int _times;
    private int _seen;
    private Fault? _fault;

    internal FaultRule(FaultScript script, EmulatedNumber? number, EmulatedPhone? to, int nth, int times) =>
        (_script, _number, _to, _nth, _times) = (script, number, to, nth, times);

    /// <summary>Refuses with this error code; nothing is sent.</summary>
    /// <param name="code">A code of the platform, for example 131056.</param>
    /// <param name="httpStatus">The HTTP status; null means the usual one for that code.</param>
    public void Error(int code, int? httpStatus = null) => Play(new Fault { Answer = GraphError.Of(code, httpStatus: httpStatus).ToAnswer() });

    /// <summary>Accepts with HTTP 200, then reports a <c>failed</c> status with this code.</summary>
    public void FailLater(int code) => Play(new Fault { AfterAccepting = true, FailLater = code });

    /// <summary>Answers with this HTTP status and a Graph error; nothing is sent.</summary>
    public void RefuseBeforeAccepting(int httpStatus) => Play(new Fault { Answer = ServerError(httpStatus) });

    /// <summary>Delivers the message, yet answers with this HTTP status and a Graph error.</summary>
    public void AnswerAfterAccepting(int httpStatus) => Play(new Fault { AfterAccepting = true, Answer = ServerError(httpStatus) });

    /// <summary>Answers with an HTML page and HTTP 502, as an edge proxy does.</summary>
    /// <param name="afterAccepting">True: the message is delivered all the same.</param>
    public void Html502(bool afterAccepting = false) =>
        Play(new Fault { AfterAccepting = afterAccepting, Answer = new GraphAnswer(502, "text/html", HtmlPage) });

    /// <summary>Never answers; the caller's own deadline has to end the call.</summary>
    /// <param name="afterAccepting">True: the message is delivered all the same.</param>
    public void Hang(bool afterAccepting = false) => Play(new Fault { AfterAccepting = afterAccepting, Hangs = true });

    /// <summary>Closes the connection without an answer; nothing is sent.</summary>
    public void DropConnection() => Play(new Fault { Answer = GraphAnswer.Dropped });

    /// <summary>Delivers the message, yet closes the connection without an answer.</summary>
    public void AcceptThenDropConnection() => Play(new Fault { AfterAccepting = true, Answer = GraphAnswer.Dropped });

    /// <summary>Accepts as <c>held_for_quality_assessment</c>, then reports a <c>failed</c> status with code 132015.</summary>
    public void HoldThenFail() => Play(new Fault { AfterAccepting = true, MessageStatus = "held_for_quality_assessment", FailLater = 132015 });

    internal Fault? Count(EmulatedNumber number, EmulatedPhone? to)
    {
        if ((_number is not null && _number != number) || (_to is not null && _to != to))
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
