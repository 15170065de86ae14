using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>What people are and do.</summary>
internal static class ScriptPhones
{
    private const int MaxText = 65_536;

    public static void Map(ScriptRoutes routes)
    {
        routes.Add("POST", "/phones", call => ScriptState.Of(call.Cloud.People.Add(
            call.Body.NeedText("name", 200), call.Body.FindText("waId", 20), call.Body.FindText("userId", 200), call.Body.FindText("username", 50))));
        routes.Add("POST", "/phones/{phone}", ChangeAsync);
        routes.Add("GET", "/phones/{phone}/chats/{number}", call => new JsonArray([.. call.Phone().Chat(call.Number()).Select(ScriptState.Of)]));
        routes.Add("POST", "/phones/{phone}/says", SayAsync);
        routes.Add("POST", "/phones/{phone}/taps", async call => ScriptState.Of(await call.Phone().TapsAsync(call.NumberInBody("to"), call.Body.NeedText("title", 200), call.Cancel).ConfigureAwait(false)));
        routes.Add("POST", "/phones/{phone}/sends", async call => ScriptState.Of(await call.Phone().SendsRawAsync(
            call.NumberInBody("to"), call.Body.NeedText("type", 100), call.Body.Need("payload").Value.GetRawText(), call.Cancel).ConfigureAwait(false)));
        routes.Do("POST", "/phones/{phone}/reads", call => call.Phone().ReadAsync(call.NumberInBody("to")));
        routes.Add("POST", "/phones/{phone}/reacts", ReactAsync);
        routes.Add("POST", "/phones/{phone}/submits", async call => ScriptState.Of(await call.Phone().SubmitsAsync(
            call.NumberInBody("to"), Message(call), call.Body.NeedObject("response").Value.GetRawText(), call.Body.FindText("name", 100) ?? "flow", call.Cancel).ConfigureAwait(false)));
        routes.Do("POST", "/phones/{phone}/prefers", call => call.Phone().PrefersAsync(
            call.NumberInBody("to"), call.Body.FindFlag("marketing") ?? throw new GraphException(GraphError.MissingTopLevel("marketing")), call.Cancel));
        routes.Add("POST", "/phones/{phone}/shares", async call => ScriptState.Of(await call.Phone().SharesContactInfoAsync(call.NumberInBody("to"), null, call.Cancel).ConfigureAwait(false)));
        routes.Add("POST", "/phones/{phone}/waits", WaitAsync);
        routes.Add("POST", "/says", SayManyAsync);
    }

    private static async Task<JsonNode?> ChangeAsync(ScriptCall call)
    {
        var (phone, body) = (call.Phone(), call.Body);
        phone.ReadsAutomatically = body.FindFlag("readsAutomatically") ?? phone.ReadsAutomatically;
        phone.IsReachable = body.FindFlag("isReachable") ?? phone.IsReachable;
        phone.HasReadReceipts = body.FindFlag("hasReadReceipts") ?? phone.HasReadReceipts;
        if (body.FindFlag("isOnline") is { } isOnline)
            phone.IsOnline = isOnline;
        if (body.FindText("blocks", 100) is { } blocked)
            phone.Block(call.Number(blocked));
        if (body.FindText("username", 50) is { } username)
            phone.Username = username.Length == 0 ? null : username;
        if (body.FindText("waId", 20) is { } waId)
            await phone.ChangesNumberAsync(waId, body.FindText("userId", 200), call.Cancel).ConfigureAwait(false);
        else if (body.FindText("userId", 200) is { } userId)
            await phone.ChangesUserIdAsync(userId, cancellationToken: call.Cancel).ConfigureAwait(false);
        return ScriptState.Of(phone);
    }

    private static async Task<JsonNode?> SayAsync(ScriptCall call)
    {
        var (phone, to, text) = (call.Phone(), call.NumberInBody("to"), call.Body.NeedText("text", MaxText));
        var saying = call.Body.FindWhole("secondsAgo", 0, int.MaxValue) is { } age ? phone.SaidAsync(to, text, TimeSpan.FromSeconds(age), call.Cancel)
            : call.Body.FindFlag("byAd") == true ? phone.ComesByAdAsync(to, text, null, call.Cancel)
            : call.Body.Find("quotedId") is not null ? phone.RepliesAsync(to, Message(call, "quotedId"), text, call.Cancel)
            : phone.SaysAsync(to, text, call.Cancel);
        return ScriptState.Of(await saying.ConfigureAwait(false));
    }

    private static async Task<JsonNode?> ReactAsync(ScriptCall call)
    {
        await call.Phone().ReactsAsync(call.NumberInBody("to"), Message(call), call.Body.FindText("emoji", 50) ?? "", call.Cancel).ConfigureAwait(false);
        return null;
    }

    /// <summary>Waits for the next message of the business, or the one that has a text.</summary>
    private static async Task<JsonNode?> WaitAsync(ScriptCall call)
    {
        var after = call.Body.FindText("afterId", 500);
        var wanted = call.Body.FindText("text", MaxText);
        var (phone, to) = (call.Phone(), call.NumberInBody("to"));
        var passed = after is null ? [] : phone.Chat(to).TakeWhile(message => message.Id != after).Select(message => message.Id).Append(after).ToHashSet(StringComparer.Ordinal);
        var seconds = call.Body.FindWhole("timeoutSeconds", 1, 600) ?? 10;
        return ScriptState.Of(await phone.WaitForMessageAsync(
            to, message => !passed.Contains(message.Id) && (wanted is null || message.Text?.Contains(wanted, StringComparison.Ordinal) == true), TimeSpan.FromSeconds(seconds), call.Cancel).ConfigureAwait(false));
    }

    /// <summary>
    /// Many texts and taps in one call; with <c>together</c> they go out in one POST, and with <c>wait</c> false the answer comes before their webhooks went out.
    /// </summary>
    private static async Task<JsonNode?> SayManyAsync(ScriptCall call)
    {
        var acts = call.Body.NeedItems("messages", 1, 10_000).Select(item => Act(call, item)).ToArray();
        var cancel = call.Body.FindFlag("wait") == false ? call.Cloud.Stopping : call.Cancel;
        Task<ChatMessage[]> ActAllAsync() => Task.WhenAll(acts.Select(act => act(cancel)));
        if (call.Body.FindFlag("together") == true)
        {
            await call.Cloud.Webhooks.BatchAsync(ActAllAsync, call.Cancel).ConfigureAwait(false);
            return new JsonObject { ["count"] = acts.Length };
        }

        var acting = ActAllAsync();
        if (call.Body.FindFlag("wait") == false)
        {
            call.Cloud.Work.Run(_ => acting);
            return new JsonObject { ["count"] = acts.Length };
        }

        var messages = await acting.ConfigureAwait(false);
        return new JsonObject { ["count"] = acts.Length, ["accepted"] = messages.Count(message => message.Status is "sent" or "delivered" or "read") };
    }

    private static Func<CancellationToken, Task<ChatMessage>> Act(ScriptCall call, Param item)
    {
        var phone = call.Phone(item.NeedText("phone", 100));
        var to = item.FindText("to", 100) is { } id ? call.Number(id) : call.NumberInBody("to");
        if (item.FindText("choiceId", 1_000) is { } choice)
        {
            var message = item.NeedText("messageId", 500);
            return cancel => phone.TapAsync(to, message, choice, cancel);
        }

        var text = item.NeedText("text", MaxText);
        return cancel => phone.SaysAsync(to, text, cancel);
    }

    private static ChatMessage Message(ScriptCall call, string name = "messageId") =>
        call.Phone().ChatWith(call.NumberInBody("to")).Find(call.Body.NeedText(name, 500)) ?? throw new KeyNotFoundException("The chat has no message with this id.");
}
