using System.Diagnostics;

namespace ShopBot.Engine.Diagnostics;

/// <summary>The names under which the engine reports traces and metrics.</summary>
public static class EngineDiagnostics
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "ShopBot.Engine";

    /// <summary>An append of webhook events, from the call to its commit.</summary>
    public const string AppendActivity = "shopbot.inbox.append";

    /// <summary>A turn: the flow's run, without its commit.</summary>
    public const string TurnActivity = "shopbot.turn";

    /// <summary>The commit of a turn.</summary>
    public const string CommitActivity = "shopbot.turn.commit";

    /// <summary>A send, from the committed intent to the platform's answer.</summary>
    public const string SendActivity = "shopbot.outbox.send";

    /// <summary>The commit of a send's outcome.</summary>
    public const string CloseActivity = "shopbot.outbox.close";

    /// <summary>The delivery of one domain event to its handlers.</summary>
    public const string EventActivity = "shopbot.event.deliver";

    internal static readonly ActivitySource Source = new(Name);

    internal static Activity? Start(string name, string? traceParent = null)
    {
        if (!Source.HasListeners())
            return null;
        return traceParent is not null && ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent)
            ? Source.StartActivity(name, ActivityKind.Internal, parent)
            : Source.StartActivity(name);
    }
}
