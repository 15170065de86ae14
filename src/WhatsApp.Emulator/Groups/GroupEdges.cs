using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>Making and running groups. Writes are answered with a request id; what came of them is a webhook.</summary>
internal sealed class GroupEdges(EmulatedCloud cloud)
{
    private const int MostGroups = 10_000;

    public void Map(GraphRoutes routes)
    {
        routes.Numbers.Add("POST", "groups", Permission.Messaging, Create);
        routes.Numbers.Add("GET", "groups", Permission.Messaging, List);
        routes.Groups.Add("GET", "", Permission.Messaging, call =>
            GraphAnswer.Ok(FieldSelection.Pick(call.Request, Describe(call.Node), "Group", ["id", "subject", "description", "creation_timestamp", "suspended", "total_participant_count", "participants", "join_approval_mode"])));
        routes.Groups.Add("POST", "", Permission.Messaging, Change);
        routes.Groups.Add("DELETE", "", Permission.Messaging, Delete);
        routes.Groups.Add("GET", "invite_link", Permission.Messaging, call => Invite(call.Node));
        routes.Groups.Add("POST", "invite_link", Permission.Messaging, ResetInvite);
        routes.Groups.Add("DELETE", "participants", Permission.Messaging, RemoveParticipants);
        routes.Groups.Add("GET", "join_requests", Permission.Messaging, ListRequests);
        routes.Groups.Add("POST", "join_requests", Permission.Messaging, call => AnswerRequests(call, isApproved: true));
        routes.Groups.Add("DELETE", "join_requests", Permission.Messaging, call => AnswerRequests(call, isApproved: false));
    }

    private GraphAnswer Create(GraphCall<EmulatedNumber> call)
    {
        RequireProduct(call.Input);
        var subject = call.Input.NeedText("subject", 128);
        var description = call.Input.FindText("description", 2_048);
        var mode = call.Input.FindWord("join_approval_mode", "auto_approve", "approval_required") ?? "auto_approve";
        if (Of(call.Node).Count() >= MostGroups)
            throw new GraphException(GraphError.Of(131211, $"The number has {MostGroups} groups already."));
        var group = new EmulatedGroup(cloud, call.Node, subject, description, mode == "approval_required");
        cloud.Nodes[group.Id] = group;
        return Later(requestId => GroupEvents.CreatedAsync(group, requestId, cloud, cloud.Stopping));
    }

    private GraphAnswer List(GraphCall<EmulatedNumber> call)
    {
        if (call.Request.Query("after") is { Length: > 0 } cursor && !cursor.StartsWith("aXRlb", StringComparison.Ordinal))
            throw new GraphException(GraphError.Of(131059, "The paging cursor is not valid."));
        var groups = Of(call.Node).OrderBy(group => group.CreatedAt).ToArray();
        var page = GraphPage.Body(call.Request, cloud, groups, group => new JsonObject { ["id"] = group.Id, ["subject"] = group.Subject, ["created_at"] = group.CreatedAt.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture) });
        var data = page["data"]!.DeepClone();
        page["data"] = new JsonObject { ["groups"] = data };
        return GraphAnswer.Ok(page);
    }

    private GraphAnswer Change(GraphCall<EmulatedGroup> call)
    {
        RequireProduct(call.Input);
        var changed = new List<string>();
        if (call.Input.FindText("subject", 128) is { Length: > 0 } subject)
        {
            call.Node.Subject = subject;
            changed.Add("subject");
        }

        if (call.Input.FindText("description", 2_048) is { } description)
        {
            call.Node.Description = description;
            changed.Add("description");
        }

        return changed.Count > 0
            ? Later(requestId => GroupEvents.SettingsAsync(call.Node, requestId, changed, cloud, cloud.Stopping))
            : throw new GraphException(GraphError.Unsupported("Param subject or description is required."));
    }

    private GraphAnswer Delete(GraphCall<EmulatedGroup> call)
    {
        call.Node.IsDeleted = true;
        cloud.Nodes.TryRemove(call.Node.Id, out _);
        return Later(requestId => GroupEvents.DeletedAsync(call.Node, requestId, cloud, cloud.Stopping));
    }

    private static GraphAnswer Invite(EmulatedGroup group) => GraphAnswer.Ok(new JsonObject { ["messaging_product"] = "whatsapp", ["invite_link"] = group.InviteLink });

    private static GraphAnswer ResetInvite(GraphCall<EmulatedGroup> call)
    {
        RequireProduct(call.Input);
        call.Node.ResetInvite();
        return Invite(call.Node);
    }

    private GraphAnswer RemoveParticipants(GraphCall<EmulatedGroup> call)
    {
        RequireProduct(call.Input);
        var removed = new List<EmulatedPhone>();
        foreach (var participant in call.Input.NeedItems("participants", 1, 8))
        {
            var id = participant.FindText("user", 200) ?? participant.FindText("user_id", 200) ?? throw new GraphException(GraphError.Missing($"{participant.Path}['user']"));
            var phone = RecipientIds.IsUserId(id) ? cloud.People.ByUserId(call.Node.Number, id) : cloud.People.ByWaId(RecipientIds.DigitsOf(id));
            if (phone is null || !call.Node.Remove(phone))
                throw new GraphException(GraphError.Of(131212, "The user is not a participant of the group."));
            removed.Add(phone);
        }

        return Later(requestId => GroupEvents.RemovedAsync(call.Node, removed, "business", cloud, cloud.Stopping, requestId));
    }

    private GraphAnswer ListRequests(GraphCall<EmulatedGroup> call) => GraphPage.Of(call.Request, cloud, call.Node.Requests, request =>
    {
        var node = GroupEvents.Participant(request.Phone, call.Node.Number);
        node.Remove("input");
        node["join_request_id"] = request.Id;
        return node;
    });

    private GraphAnswer AnswerRequests(GraphCall<EmulatedGroup> call, bool isApproved)
    {
        RequireProduct(call.Input);
        var done = new List<(string Id, EmulatedPhone Phone)>();
        var failed = new JsonArray();
        foreach (var id in call.Input.NeedValues("join_requests", 1, 100).Select(id => id.Value.ToString()))
        {
            if (call.Node.Answer(id, isApproved) is { } phone)
                done.Add((id, phone));
            else
                failed.Add(new JsonObject { ["join_request_id"] = id, ["errors"] = new JsonArray(new JsonObject { ["code"] = "131213", ["message"] = "Join request is unknown" }) });
        }

        if (done.Count == 0)
            throw new GraphException(GraphError.Of(131213, "No join request has this id."));
        if (isApproved)
            cloud.Work.Run(stopping => GroupEvents.AddedAsync(call.Node, done.Select(one => one.Phone), cloud, stopping));
        var answer = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            [isApproved ? "approved_join_requests" : "rejected_join_requests"] = new JsonArray([.. done.Select(one => JsonValue.Create(one.Id))]),
        };
        if (failed.Count > 0)
            answer["failed_join_requests"] = failed;
        return GraphAnswer.Ok(answer);
    }

    private IEnumerable<EmulatedGroup> Of(EmulatedNumber number) => cloud.Nodes.Values.OfType<EmulatedGroup>().Where(group => group.Number == number);

    private GraphAnswer Later(Func<string, Task> tell)
    {
        var requestId = MessageIds.NewOpaque(12);
        cloud.Work.Run(_ => tell(requestId));
        return GraphAnswer.Ok(new JsonObject { ["messaging_product"] = "whatsapp", ["request_id"] = requestId });
    }

    private static void RequireProduct(Param input)
    {
        if (input.FindText("messaging_product", 100) is { } product && product != "whatsapp")
            throw new GraphException(GraphError.Unsupported("Param messaging_product must be one of {WHATSAPP}."));
    }

    private static JsonObject Describe(EmulatedGroup group) => new()
    {
        ["id"] = group.Id,
        ["messaging_product"] = "whatsapp",
        ["subject"] = group.Subject,
        ["description"] = group.Description,
        ["creation_timestamp"] = group.CreatedAt.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["suspended"] = group.IsSuspended,
        ["total_participant_count"] = group.Members.Count,
        ["participants"] = new JsonArray([.. group.Members.Select(phone =>
        {
            var participant = GroupEvents.Participant(phone, group.Number);
            participant.Remove("input");
            return participant;
        })]),
        ["join_approval_mode"] = group.NeedsApproval ? "approval_required" : "auto_approve",
    };
}
