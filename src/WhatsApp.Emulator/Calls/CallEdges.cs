using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>Calls as far as signalling goes: connect, accept, reject, terminate, and the permission to call.</summary>
internal sealed class CallEdges(EmulatedCloud cloud)
{
    private const string EmulatedSdp = "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=emulated\r\nt=0 0\r\n";

    public void Map(GraphRoutes routes)
    {
        routes.Numbers.Add("POST", "calls", Permission.Messaging, Act);
        routes.Numbers.Add("GET", "call_permissions", Permission.Messaging, Permissions);
    }

    private GraphAnswer Act(GraphCall<EmulatedNumber> call)
    {
        var (input, number) = (call.Input, call.Node);
        if (input.NeedText("messaging_product", 100) != "whatsapp")
            throw new GraphException(GraphError.Unsupported("Param messaging_product must be one of {WHATSAPP}."));
        CallRules.RequireCalling(number);
        var action = input.NeedWord("action", "connect", "pre_accept", "accept", "reject", "terminate");
        if (action == "connect")
            return Connect(input, number);

        var known = number.Calls.Find(input.NeedText("call_id", 500)) ?? throw new GraphException(GraphError.Unsupported("Param call_id is no call of this number."));
        if (action is "pre_accept" or "accept")
            NeedSession(input, "answer");
        switch (action)
        {
            case "accept":
                known.IsAccepted = true;
                break;
            case "reject" or "terminate":
                number.Calls.Remove(known);
                cloud.Work.Run(stopping => CallEvents.TerminateAsync(known, cloud, stopping));
                break;
        }

        return GraphAnswer.Ok(new JsonObject { ["messaging_product"] = "whatsapp", ["success"] = true });
    }

    private GraphAnswer Connect(Param input, EmulatedNumber number)
    {
        NeedSession(input, "offer");
        var phone = Recipient.Read(input, number, cloud).Phone is { IsReachable: true } found ? found : throw new GraphException(GraphError.Of(138001, "The user cannot be called."));
        if (!number.Calls.TryGetPermission(phone, cloud.Time.GetUtcNow(), out _))
            throw new GraphException(GraphError.Of(138006, "The user has not permitted calls of this business."));
        var call = new EmulatedCall(MessageIds.NewCall(), number, phone, true, cloud.Time.GetUtcNow(), input.FindText("biz_opaque_callback_data", 512));
        number.Calls.Add(call);
        cloud.Work.Run(async stopping =>
        {
            await CallEvents.StatusAsync(call, "RINGING", cloud, stopping).ConfigureAwait(false);
            if (!phone.IsOnline)
                return;
            call.IsAccepted = true;
            phone.ChatWith(number).Call();
            await CallEvents.ConnectAsync(call, "answer", EmulatedSdp, cloud, stopping).ConfigureAwait(false);
            await CallEvents.StatusAsync(call, "ACCEPTED", cloud, stopping).ConfigureAwait(false);
        });
        return GraphAnswer.Ok(new JsonObject { ["messaging_product"] = "whatsapp", ["calls"] = new JsonArray(new JsonObject { ["id"] = call.Id }) });
    }

    private GraphAnswer Permissions(GraphCall<EmulatedNumber> call)
    {
        var input = call.Input;
        var phone = input.FindText("recipient", 200) is { } userId ? cloud.People.ByUserId(call.Node, userId)
            : cloud.People.ByWaId(RecipientIds.DigitsOf(input.NeedText("user_wa_id", 200)));
        if (phone is null)
            throw new GraphException(GraphError.Of(138001, "The user cannot be called."));
        var isPermitted = call.Node.Calls.TryGetPermission(phone, cloud.Time.GetUtcNow(), out var until);
        var permission = new JsonObject { ["status"] = !isPermitted ? "no_permission" : until is null ? "permanent" : "temporary" };
        if (isPermitted && until is { } at)
            permission["expiration_time"] = at.ToUnixTimeSeconds();
        return GraphAnswer.Ok(new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["permission"] = permission,
            ["actions"] = new JsonArray(
                Allowed("send_call_permission_request", !isPermitted, ("PT24H", 1), ("P7D", 2)), Allowed("start_call", isPermitted, ("PT24H", 5))),
        });
    }

    private static JsonObject Allowed(string name, bool can, params ReadOnlySpan<(string Period, int Most)> limits)
    {
        var list = new JsonArray();
        foreach (var (period, most) in limits)
            list.Add(new JsonObject { ["time_period"] = period, ["max_allowed"] = most, ["current_usage"] = 0 });
        return new JsonObject { ["action_name"] = name, ["can_perform_action"] = can, ["limits"] = list };
    }

    private static void NeedSession(Param input, string type)
    {
        var session = input.NeedObject("session");
        session.NeedWord("sdp_type", type);
        session.NeedText("sdp", 100_000);
    }
}
