using Microsoft.AspNetCore.Http;

namespace ShopBot.TestSupport.Stubs;

/// <summary>One request that a <see cref="GatedProxy"/> holds back for good; its caller gives up or dies.</summary>
public sealed class GateRule
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken;

    internal GateRule(Func<HttpRequest, string, bool> match, bool forwardFirst)
    {
        Match = match;
        ForwardFirst = forwardFirst;
    }

    /// <summary>Ends when the request is held.</summary>
    public Task Reached => _reached.Task;

    internal Func<HttpRequest, string, bool> Match { get; }

    internal bool ForwardFirst { get; }

    internal bool TryTake(HttpRequest request, string body) => Match(request, body) && Interlocked.Exchange(ref _taken, 1) == 0;

    internal void Reach() => _reached.TrySetResult();
}
