using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A piece of the conversations a number had before it came to the Cloud API. Pieces come in any order; none is to be answered.</summary>
public sealed record HistoryReceived : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public HistoryReceived()
    {
    }

    [SetsRequiredMembers]
    internal HistoryReceived(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        Phase = json["metadata"].Int("phase");
        ChunkOrder = json["metadata"].Int("chunk_order");
        Progress = json["metadata"].Int("progress");
        Threads = Read(origin, json);
        Errors = origin.Errors(json["errors"]);
    }

    /// <summary>0: the last day, 1: up to 90 days, 2: up to 180 days; null when absent.</summary>
    public int? Phase { get; init; }

    /// <summary>The piece's place within its phase; null when absent.</summary>
    public int? ChunkOrder { get; init; }

    /// <summary>How much has come, in percent; null when absent.</summary>
    public int? Progress { get; init; }

    /// <summary>The conversations.</summary>
    public required IReadOnlyList<HistoryThread> Threads { get; init; }

    /// <summary>Why none come, such as when the business does not share them; empty otherwise.</summary>
    public IReadOnlyList<WebhookError> Errors { get; init; } = ValueList<WebhookError>.Empty;

    private static ValueList<HistoryThread> Read(EventOrigin origin, JsonTree json) => json.Objects("threads", thread => HistoryThread.Read(origin, thread));
}
