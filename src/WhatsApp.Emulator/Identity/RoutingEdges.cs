namespace WhatsApp.Emulator;

/// <summary><c>POST /{phone-number-id}/thread_control</c>: pass, release or take the thread with a person. And the sync of coexistence numbers.</summary>
internal sealed class RoutingEdges(EmulatedCloud cloud)
{
    public void Map(GraphRoutes routes)
    {
        routes.Numbers.Add("POST", "thread_control", Permission.Messaging, Control);
        routes.Numbers.Add("POST", "smb_app_data", Permission.Management, Sync);
    }

    private GraphAnswer Control(GraphCall<EmulatedNumber> call)
    {
        var (input, number) = (call.Input, call.Node);
        if (input.NeedText("messaging_product", 100) != "whatsapp")
            throw new GraphException(GraphError.Unsupported("Param messaging_product must be one of {WHATSAPP}."));
        var action = input.NeedWord("action", "pass", "release", "take");
        input.FindText("metadata", 2_000);
        var phone = Recipient.Read(input, number, cloud).Phone ?? throw new GraphException(GraphError.Invalid("No thread with this user is known."));
        var isOurs = number.Routing.OwnerOf(phone) is null;
        switch (action)
        {
            case "take":
                number.Routing.Give(phone, null);
                cloud.Work.Run(stopping => number.RaiseHandoverAsync(phone, "control_passed", null, stopping));
                break;
            case "pass" or "release" when !isOurs:
                throw new GraphException(GraphError.Of(131070, "Another app owns the thread with this user."));
            default:
                var role = action == "pass" ? input.NeedObject("control_pass").NeedText("target_role", 100) : "default";
                number.Routing.Give(phone, role);
                cloud.Work.Run(stopping => number.RaiseHandoverAsync(phone, "control_taken", role, stopping));
                break;
        }

        return GraphAnswer.Success;
    }

    private GraphAnswer Sync(GraphCall<EmulatedNumber> call)
    {
        if (call.Input.NeedText("messaging_product", 100) != "whatsapp")
            throw new GraphException(GraphError.Unsupported("Param messaging_product must be one of {WHATSAPP}."));
        var type = call.Input.NeedWord("sync_type", "smb_app_state_sync", "history");
        var number = call.Node;
        if (!number.IsOnBusinessApp)
            throw new GraphException(GraphError.Of(2593109, "The number is not used in the WhatsApp Business app."));
        if (!number.TrySync(type))
            throw new GraphException(GraphError.Of(2593107, $"{type} was requested already."));
        cloud.Work.Run(stopping => SyncEvents.RaiseAsync(number, type, cloud, stopping));
        return GraphAnswer.Ok(new System.Text.Json.Nodes.JsonObject { ["messaging_product"] = "whatsapp", ["request_id"] = MessageIds.NewOpaque(12) });
    }
}
