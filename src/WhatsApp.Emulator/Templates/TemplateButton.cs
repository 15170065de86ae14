namespace WhatsApp.Emulator;

/// <summary>A button of a template.</summary>
/// <param name="Type">Upper case, for example <c>QUICK_REPLY</c>.</param>
/// <param name="Text">Its label.</param>
/// <param name="Url">The address of a URL button, with its variable if any.</param>
/// <param name="OtpType">Of an OTP button.</param>
internal sealed record TemplateButton(string Type, string Text, TemplateText? Url, string? OtpType)
{
    /// <summary>The <c>sub_type</c> a send names it by.</summary>
    public string SubType => Type switch { "OTP" => "url", "COPY_CODE" => "copy_code", _ => Type.ToLowerInvariant() };

    /// <summary>Whether a send must bring a parameter.</summary>
    public bool NeedsParameter => Type is "OTP" or "COPY_CODE" || Url?.Variables.Count > 0;

    public bool MayHaveParameter => NeedsParameter || Type is "QUICK_REPLY" or "FLOW" or "CATALOG" or "MPM" or "VOICE_CALL" or "ORDER_DETAILS";
}
