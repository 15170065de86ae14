namespace WhatsApp.Client.Webhooks;

/// <summary>Reads <c>referral</c>.</summary>
internal static class ReferralReading
{
    public static Referral Read(JsonTree json) => new()
    {
        SourceUrl = json.Id("source_url"),
        SourceId = json.Id("source_id"),
        SourceType = json.Id("source_type") is { } type ? new ReferralSourceType(type) : null,
        Headline = json.Id("headline"),
        Body = json.Id("body"),
        MediaType = json.Id("media_type"),
        ImageUrl = json.Id("image_url"),
        VideoUrl = json.Id("video_url"),
        ThumbnailUrl = json.Id("thumbnail_url"),
        CtwaClid = json.Id("ctwa_clid"),
        WelcomeMessage = json["welcome_message"].Id("text"),
        Ref = json.Id("ref"),
    };
}
