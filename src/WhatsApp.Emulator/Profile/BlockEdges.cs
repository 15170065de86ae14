using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary><c>POST</c>, <c>DELETE</c> and <c>GET /{phone-number-id}/block_users</c>. The deletion has a JSON body.</summary>
internal sealed class BlockEdges(EmulatedCloud cloud)
{
    public void Map(GraphRoutes routes)
    {
        routes.Numbers.Add("GET", "block_users", Permission.Messaging, call =>
            GraphPage.Of(call.Request, cloud, call.Node.Blocks.All, phone => Describe(phone, call.Node, null)));
        routes.Numbers.Add("POST", "block_users", Permission.Messaging, call => Change(call, "added_users", Block));
        routes.Numbers.Add("DELETE", "block_users", Permission.Messaging, call => Change(call, "removed_users", (number, phone) =>
            number.Blocks.Remove(phone) ? null : GraphError.Of(139100, "The user is not blocked.")));
    }

    private GraphError? Block(EmulatedNumber number, EmulatedPhone phone)
    {
        if (phone.ChatWith(number).IsWindowOpen(LateChecks.Window) is false)
            return GraphError.Of(131047, "Only users who wrote within the last 24 hours can be blocked.");
        if (number.Blocks.IsFull)
            return GraphError.Of(139101, $"The block list holds {BlockList.Most} users already.");
        number.Blocks.Add(phone);
        return null;
    }

    private GraphAnswer Change(GraphCall<EmulatedNumber> call, string done, Func<EmulatedNumber, EmulatedPhone, GraphError?> change)
    {
        if (call.Input.NeedText("messaging_product", 100) != "whatsapp")
            throw new GraphException(GraphError.Unsupported("Param messaging_product must be one of {WHATSAPP}."));
        var (changed, failed) = (new JsonArray(), new JsonArray());
        foreach (var user in call.Input.NeedItems("block_users", 1, 1_000))
        {
            var input = user.FindText("user", 200) ?? user.FindText("user_id", 200) ?? throw new GraphException(GraphError.Missing($"{user.Path}['user']"));
            var phone = RecipientIds.IsUserId(input)
                ? cloud.People.ByUserId(call.Node, input)
                : RecipientIds.PhoneDigits(input) is { } digits ? cloud.People.ByWaId(digits) : null;
            var failure = phone is null ? GraphError.Of(131026, "The user is not known.") : change(call.Node, phone);
            if (failure is null)
                changed.Add(Describe(phone!, call.Node, input));
            else
                failed.Add(new JsonObject { ["input"] = input, ["errors"] = new JsonArray(new JsonObject { ["code"] = failure.Code, ["message"] = failure.Message, ["error_data"] = new JsonObject { ["details"] = failure.Details } }) });
        }

        var users = new JsonObject { [done] = changed };
        if (failed.Count > 0)
            users["failed_users"] = failed;
        var body = new JsonObject { ["messaging_product"] = "whatsapp", ["block_users"] = users };
        if (changed.Count > 0 || failed.Count == 0)
            return GraphAnswer.Ok(body);

        var error = GraphError.Of(139100, "None of the users could be changed.").ToAnswer();
        var answer = (JsonObject)JsonNode.Parse(error.Body)!;
        answer["messaging_product"] = "whatsapp";
        answer["block_users"] = users.DeepClone();
        return error with { Body = answer.ToJsonString(WireJson.Plain) };
    }

    private static JsonObject Describe(EmulatedPhone phone, EmulatedNumber number, string? input)
    {
        var user = new JsonObject();
        if (input is not null)
            user["input"] = input;
        else
            user["messaging_product"] = "whatsapp";
        if (phone.VisibleWaId(number) is { } waId)
            user["wa_id"] = waId;
        if (phone.UserIdFor(number) is { } userId)
            user["user_id"] = userId;
        return user;
    }
}
