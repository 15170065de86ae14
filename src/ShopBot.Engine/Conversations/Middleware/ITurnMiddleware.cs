namespace ShopBot.Engine.Conversations;

/// <summary>
/// Code around every turn that reaches a flow: what it does before and after <c>next</c>, or instead. Registered with <c>UseTurn</c>; the first registered is outermost. Opt-out and
/// hand-off come before all of it.
/// </summary>
public interface ITurnMiddleware
{
    /// <summary>Runs the rest of the turn by <paramref name="next"/>, or not.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="next">The next middleware, at last the flow. Called at most once.</param>
    ValueTask InvokeAsync(TurnContext turn, TurnDelegate next);
}

/// <summary>The rest of a turn.</summary>
/// <param name="turn">The turn.</param>
public delegate ValueTask TurnDelegate(TurnContext turn);

internal sealed class TurnMiddleware(Func<TurnContext, TurnDelegate, ValueTask> invoke) : ITurnMiddleware
{
    public ValueTask InvokeAsync(TurnContext turn, TurnDelegate next) => invoke(turn, next);
}
