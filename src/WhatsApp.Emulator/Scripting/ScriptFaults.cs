namespace WhatsApp.Emulator;

/// <summary>Writing fault rules.</summary>
internal static class ScriptFaults
{
    public static void Map(ScriptRoutes routes)
    {
        routes.Do("POST", "/faults", call =>
        {
            Write(call);
            return Task.CompletedTask;
        });
        routes.Do("DELETE", "/faults", call =>
        {
            call.Cloud.Faults.Clear();
            return Task.CompletedTask;
        });
    }

    private static void Write(ScriptCall call)
    {
        var body = call.Body;
        var (nth, times) = (body.FindWhole("nth", 1, int.MaxValue) ?? 1, body.FindWhole("times", 1, int.MaxValue) ?? 1);
        var rule = body.FindText("edge", 200) is { } edge
            ? call.Cloud.Faults.OnCall(body.FindText("method", 10), edge, nth, times)
            : call.Cloud.Faults.OnSend(
                body.FindText("number", 100) is { } number ? call.Number(number) : null, body.FindText("phone", 100) is { } phone ? call.Phone(phone) : null, nth, times);
        var isAccepted = body.FindFlag("afterAccepting") ?? false;
        switch (body.NeedWord("play", "error", "failLater", "refuse", "answerAfterAccepting", "html502", "answer", "noSuccess", "hang", "drop", "holdThenFail"))
        {
            case "error":
                rule.Error(Code(body), body.FindWhole("httpStatus", 100, 599));
                break;
            case "failLater":
                rule.FailLater(Code(body));
                break;
            case "refuse":
                rule.RefuseBeforeAccepting(body.FindWhole("httpStatus", 100, 599) ?? 500);
                break;
            case "answerAfterAccepting":
                rule.AnswerAfterAccepting(body.FindWhole("httpStatus", 100, 599) ?? 500);
                break;
            case "html502":
                rule.Html502(isAccepted);
                break;
            case "answer":
                rule.Answer(body.FindWhole("httpStatus", 100, 599) ?? 200, body.FindText("body", 1_000_000) ?? "", body.FindText("contentType", 200) ?? GraphAnswer.Json, isAccepted);
                break;
            case "noSuccess":
                rule.NoSuccess();
                break;
            case "hang" when body.FindWhole("seconds", 1, 86_400) is { } seconds:
                rule.Hang(TimeSpan.FromSeconds(seconds), isAccepted);
                break;
            case "hang" when body.FindWhole("milliseconds", 1, 86_400_000) is { } milliseconds:
                rule.Hang(TimeSpan.FromMilliseconds(milliseconds), isAccepted);
                break;
            case "hang":
                rule.Hang(isAccepted);
                break;
            case "drop" when isAccepted:
                rule.AcceptThenDropConnection();
                break;
            case "drop":
                rule.DropConnection();
                break;
            default:
                rule.HoldThenFail(body.FindWhole("code", 0, int.MaxValue) ?? 132015);
                break;
        }
    }

    private static int Code(Param body) => body.FindWhole("code", 0, int.MaxValue) ?? throw new GraphException(GraphError.MissingTopLevel("code"));
}
