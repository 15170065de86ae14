namespace WhatsApp.Emulator;

/// <summary>Sending a flow: its parameters, and the state of the flow when the account has it.</summary>
internal static class FlowMessageRules
{
    public static void Check(Param parameters, EmulatedNumber number)
    {
        parameters.AllowOnly("flow_message_version", "flow_id", "flow_name", "flow_cta", "flow_token", "mode", "flow_action", "flow_action_payload");
        if (parameters.NeedText("flow_message_version", 10) != "3")
            throw new GraphException(GraphError.Invalid($"Param {parameters.Path}['flow_message_version'] must be 3."));
        parameters.NeedLabel("flow_cta", 30);
        parameters.FindText("flow_token", 1_000);
        var id = parameters.FindText("flow_id", 200);
        var name = parameters.FindText("flow_name", 200);
        if (id is null && name is null)
            throw new GraphException(GraphError.Missing($"{parameters.Path}['flow_id']"));
        if (id is not null && name is not null)
            throw new GraphException(GraphError.Invalid($"Param {parameters.Path} takes either flow_id or flow_name, not both."));
        var mode = parameters.FindWord("mode", "draft", "published") ?? "published";
        var action = parameters.FindWord("flow_action", "navigate", "data_exchange") ?? "navigate";
        if (parameters.FindObject("flow_action_payload") is { } payload)
        {
            if (action == "navigate")
                payload.NeedText("screen", 200);
            if (payload.FindObject("data") is { } data && !data.Value.EnumerateObject().Any())
                throw new GraphException(GraphError.Invalid($"Param {data.Path} must not be empty."));
        }

        if (number.Waba.Flows.Find(id, name) is { } flow)
            RequireSendable(flow, mode);
    }

    private static void RequireSendable(EmulatedFlow flow, string mode)
    {
        switch (flow.Status)
        {
            case "BLOCKED":
                throw new GraphException(GraphError.Of(132068, "The flow is blocked."));
            case "THROTTLED" when !flow.Throttle.TryTake():
                throw new GraphException(GraphError.Of(132069, "The flow is throttled to 10 messages per hour."));
            case "DEPRECATED":
                throw new GraphException(GraphError.Invalid("The flow is deprecated."));
            case "DRAFT" when mode != "draft":
                throw new GraphException(GraphError.Invalid("The flow is a draft; send it with mode draft, or publish it."));
        }
    }
}
