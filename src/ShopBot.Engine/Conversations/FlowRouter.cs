using ShopBot.Engine.Turns;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Conversations;

/// <summary>Finds the route for an event. The order is documented in docs/conversation-api.md.</summary>
internal static class FlowRouter
{
    public static Task DispatchAsync<TState>(FlowMap<TState> map, Turn<TState> turn, TurnEvent occurred)
        where TState : class, new() => occurred switch
        {
            MessageTurn { Message: ButtonReplyReceived reply } => TapAsync(map, turn, reply.ReplyId),
            MessageTurn { Message: ListReplyReceived reply } => TapAsync(map, turn, reply.ReplyId),
            MessageTurn { Message: TextReceived text } => TextAsync(map, turn, text.Body),
            MessageTurn { Message: { } other } => KindAsync(map, turn, other.Type),
            TimerTurn timer => NamedAsync(map, turn, "timer:" + timer.Name, timer.Payload),
            ExternalTurn external => NamedAsync(map, turn, "event:" + external.Kind, external.Payload),
            _ => Task.CompletedTask,
        };

    private static Task TapAsync<TState>(FlowMap<TState> map, Turn<TState> turn, string id)
        where TState : class, new() =>
        turn.Codec.TryParse(id, out var tap) && map.Taps.TryGetValue(tap.Name, out var handler) ? handler(turn, tap) : turn.GoStaleAsync(map);

    private static Task TextAsync<TState>(FlowMap<TState> map, Turn<TState> turn, string text)
        where TState : class, new()
    {
        var step = map.Step(turn.Step);
        if (step?.Words.Find(text) is { } inStep)
            return inStep(turn);
        if (step?.TextHandler is { } textInStep)
            return textInStep(turn, text);
        if (map.Words.Find(text) is { } words)
            return words(turn);
        if (turn.IsNew && map.StartHandler is { } start)
            return start(turn);
        return map.TextHandler is { } any ? any(turn, text) : OtherwiseAsync(map, turn);
    }

    private static Task KindAsync<TState>(FlowMap<TState> map, Turn<TState> turn, string type)
        where TState : class, new()
    {
        if (map.Step(turn.Step)?.Kinds.TryGetValue(type, out var inStep) == true)
            return inStep(turn);
        if (map.Kinds.TryGetValue(type, out var handler))
            return handler(turn);
        return turn.IsNew && map.StartHandler is { } start ? start(turn) : OtherwiseAsync(map, turn);
    }

    private static Task NamedAsync<TState>(FlowMap<TState> map, Turn<TState> turn, string name, ReadOnlyMemory<byte> payload)
        where TState : class, new() =>
        map.Named.TryGetValue(name, out var handler) ? handler(turn, payload) : Task.CompletedTask;

    private static Task OtherwiseAsync<TState>(FlowMap<TState> map, Turn<TState> turn)
        where TState : class, new() => map.OtherwiseHandler?.Invoke(turn) ?? Task.CompletedTask;
}
