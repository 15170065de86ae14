namespace WhatsApp.Client;

/// <summary>
/// What the platform will do with a message it took. An open value: the members below are those known today.
/// See <see href="https://developers.facebook.com/docs/whatsapp/message-templates/guidelines#template-pacing">template pacing</see>.
/// </summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct SendStatus(string Value)
{
    /// <summary>It goes out now.</summary>
    public static SendStatus Accepted { get; } = new("accepted");

    /// <summary>A new template is being tried out: it goes out later, or fails later by status webhook.</summary>
    public static SendStatus HeldForQualityAssessment { get; } = new("held_for_quality_assessment");

    /// <summary>The template is paused for its quality.</summary>
    public static SendStatus Paused { get; } = new("paused");

    /// <summary>The platform's word.</summary>
    public override string ToString() => Value ?? "";
}
