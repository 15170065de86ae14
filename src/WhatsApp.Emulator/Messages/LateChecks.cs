namespace WhatsApp.Emulator;

/// <summary>What is found out after the call was answered with 200, and reported by a <c>failed</c> status.</summary>
internal sealed class LateChecks(EmulatedCloud cloud)
{
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);
    private static readonly TimeSpan ReactionAge = TimeSpan.FromDays(30);

    public async ValueTask<GraphError?> FindAsync(Param body, OutgoingMessage message, bool isMarketingApi, CancellationToken cancellationToken)
    {
        if (message.Recipient.Group is { } group)
            return message.Type == "reaction" && !group.Knows(ReactedTo(body)) ? UnknownReaction() : await MediaAsync(body, message.Type, cancellationToken).ConfigureAwait(false);
        if (message.Recipient.Phone is not { IsReachable: true } phone)
            return GraphError.Of(131026, "The recipient is not a WhatsApp user or cannot receive this message.");
        if (phone.Chats.Any() && message.Number.Preferences.Stopped(phone) && IsMarketing(message, isMarketingApi))
            return GraphError.Of(131050, "The recipient has stopped marketing messages of this business.");
        if (IsMarketing(message, isMarketingApi) && IsAmerican(phone.WaId))
            return GraphError.Of(131049, "Marketing messages are not delivered to numbers of the United States.");

        var chat = phone.ChatWith(message.Number);
        if (!message.IsTemplate && message.DirectTemplateId is null && !chat.IsWindowOpen(Window))
        {
            var closed = GraphError.Of(131047, "More than 24 hours have passed since the recipient last wrote to this number.");
            return cloud.Options.RefuseOutsideWindow ? throw new GraphException(closed) : closed;
        }

        if (message.IsReaction)
            return chat.Find(ReactedTo(body)) is { } target && cloud.Time.GetUtcNow() - target.At <= ReactionAge ? null : UnknownReaction();
        return await MediaAsync(body, message.Type, cancellationToken).ConfigureAwait(false);
    }

    private static string ReactedTo(Param body) => body.Value.GetProperty("reaction").GetProperty("message_id").GetString()!;

    private static GraphError UnknownReaction() => GraphError.Invalid("Param reaction['message_id'] is not a message of this chat within the last 30 days.");

    private static bool IsMarketing(OutgoingMessage message, bool isMarketingApi) => isMarketingApi || message.Template?.Category == "MARKETING";

    /// <summary>Country code 1 is shared; the United States have no area codes of Canada or the Caribbean, of which the common ones are known here.</summary>
    private static bool IsAmerican(string? waId) => waId is ['1', ..] && waId.Length == 11 && !NorthAmerica.IsElsewhere(waId.AsSpan(1, 3));

    private async ValueTask<GraphError?> MediaAsync(Param body, string type, CancellationToken cancellationToken)
    {
        if (type is not ("image" or "video" or "audio" or "document" or "sticker"))
            return null;
        if (MediaRules.LateFailure(body, type, cloud) is { } mismatch)
            return mismatch;
        return body.NeedObject(type).FindText("link", 4_000) is { } link ? await cloud.Links.CheckAsync(link, type, cancellationToken).ConfigureAwait(false) : null;
    }
}
