using ShopBot.Engine.Turns;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Conversations;

/// <summary>Finds the route for an event. The order is documented in docs/conversation-api.md.</summary>
internal static class FlowRouter
{
    public static Task DispatchAsync<TState>(FlowMap<TState> map, Turn<TState> turn)
        where TState : class, new() => turn.Context.Entry switch
        {
            TurnEntry.Event => EventAsync(map, turn, turn.Context.Event),
            TurnEntry.Entered => (map.StartHandler ?? map.OtherwiseHandler)?.Invoke(turn) ?? Task.CompletedTask,
            TurnEntry.Returned => map.ReturnedHandler?.Invoke(turn) ?? Task.CompletedTask,
            TurnEntry.HandedBack => map.HandedBackHandler?.Invoke(turn) ?? Task.CompletedTask,
            _ => map.BacklogHandler?.Invoke(turn) ?? Task.CompletedTask,
        };

    private static Task EventAsync<TState>(FlowMap<TState> map, Turn<TState> turn, TurnEvent occurred)
        where TState : class, new() => occurred switch
        {
            MessageTurn { Message: ButtonReplyReceived reply } => TapAsync(map, turn, reply.ReplyId),
            MessageTurn { Message: ListReplyReceived reply } => TapAsync(map, turn, reply.ReplyId),
            MessageTurn { Message: var message } => MessageAsync(map, turn, message),
            TimerTurn timer => TimerAsync(map, turn, timer),
            ExternalTurn external => NamedAsync(map, turn, "event:" + external.Kind, external.Payload),
            _ => Task.CompletedTask,
        };

    /// <summary>What a tapped button or row does.</summary>
    public static Task TapAsync<TState>(FlowMap<TState> map, Turn<TState> turn, string id)
        where TState : class, new()
    {
        if (!turn.Flow.Codec.TryParse(id, out var tap))
            return turn.GoStaleAsync();
        if (tap.Name.Span is ['?', .. var asked])
            return OptionAsync(map, turn, tap, asked);
        return map.FindTap(tap.Name.Span) is { } route && turn.Flow.Codec.Honours(tap, route.Terms, turn.Context.Seal) ? route.Invoke(turn, tap) : turn.GoStaleAsync();
    }

    /// <summary>An option of the question that waits, also when an older version of the flow asked it; of any other, it is stale.</summary>
    private static Task OptionAsync<TState>(FlowMap<TState> map, Turn<TState> turn, TapText tap, ReadOnlySpan<char> asked)
        where TState : class, new()
    {
        var dot = asked.LastIndexOf('.');
        return dot > 0 && turn.Question is { } open && asked[..dot].SequenceEqual(open.Name) && int.TryParse(asked[(dot + 1)..], out var number) && number == open.Number
            && map.FindQuestion(open.Name) is { } question
            ? question.TakeTapAsync(turn, open, tap)
            : turn.GoStaleAsync();
    }

    private static Task MessageAsync<TState>(FlowMap<TState> map, Turn<TState> turn, MessageReceived message)
        where TState : class, new()
    {
        if (turn.Question is { } open && map.FindQuestion(open.Name)?.TakeMessage(turn, open, message) is { } taken)
            return taken;
        return message is TextReceived ? TextAsync(map, turn, turn.Text!) : KindAsync(map, turn, message);
    }

    private static Task TextAsync<TState>(FlowMap<TState> map, Turn<TState> turn, string text)
        where TState : class, new()
    {
        var step = map.Step(turn.Step);
        if (step?.Words.Find(text, turn.Locale) is { } inStep)
            return inStep(turn);
        if (step?.TextHandler is { } textInStep)
            return textInStep(turn, text);
        if (map.Words.Find(text, turn.Locale) is { } words)
            return words(turn);
        if (turn.IsNew && map.StartHandler is { } start)
            return start(turn);
        return map.TextHandler is { } any ? any(turn, text) : UnroutedAsync(map, turn, text);
    }

    private static Task KindAsync<TState>(FlowMap<TState> map, Turn<TState> turn, MessageReceived message)
        where TState : class, new()
    {
        if (map.Step(turn.Step)?.Take(turn, message) is { } inStep)
            return inStep;
        if (map.Take(turn, message) is { } anywhere)
            return anywhere;
        return turn.IsNew && map.StartHandler is { } start ? start(turn) : OtherwiseAsync(map, turn);
    }

    private static Task TimerAsync<TState>(FlowMap<TState> map, Turn<TState> turn, TimerTurn timer)
        where TState : class, new() =>
        timer.Name is ['?', .. var asked]
            ? map.FindQuestion(asked)?.TakeTimerAsync(turn, timer.Payload.Span) ?? Task.CompletedTask
            : NamedAsync(map, turn, "timer:" + timer.Name, timer.Payload);

    private static Task NamedAsync<TState>(FlowMap<TState> map, Turn<TState> turn, string name, ReadOnlyMemory<byte> payload)
        where TState : class, new() =>
        map.Named.TryGetValue(name, out var handler) ? handler(turn, payload) : Task.CompletedTask;

    /// <summary>A text that no route takes: an assistant may answer it, if the bot has one.</summary>
    private static Task UnroutedAsync<TState>(FlowMap<TState> map, Turn<TState> turn, string text)
        where TState : class, new() =>
        turn.Context.Bot.Assistant is { } assistant ? AssistAsync(assistant, map, turn, text) : OtherwiseAsync(map, turn);

    private static async Task AssistAsync<TState>(IAssistant assistant, FlowMap<TState> map, Turn<TState> turn, string text)
        where TState : class, new()
    {
        if (!await assistant.AnswerAsync(new AssistantRequest(turn.Context, text, map.ActionsOf(turn))).ConfigureAwait(false))
            await OtherwiseAsync(map, turn).ConfigureAwait(false);
    }

    private static Task OtherwiseAsync<TState>(FlowMap<TState> map, Turn<TState> turn)
        where TState : class, new() => map.OtherwiseHandler?.Invoke(turn) ?? Task.CompletedTask;
}
