using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>What a template's components ask of a send and show to a person.</summary>
internal sealed record TemplateShape
{
    public static TemplateShape Empty { get; } = new();

    public string? HeaderFormat { get; init; }
    public TemplateText? HeaderText { get; init; }
    public TemplateText? Body { get; init; }
    public string? Footer { get; init; }
    public IReadOnlyList<TemplateButton> Buttons { get; init; } = [];
    public IReadOnlyList<TemplateShape> Cards { get; init; } = [];
    public bool HasOffer { get; init; }

    public bool IsOtp => Buttons.Any(button => button.Type == "OTP");

    public static TemplateShape Of(TemplateDraft draft)
    {
        var shape = Of(draft.Components);
        if (draft.Category != "AUTHENTICATION")
            return shape;

        // The platform words authentication templates itself.
        var advice = draft.Components.OfType<JsonObject>().Any(component => (bool?)component["add_security_recommendation"] == true);
        var minutes = draft.Components.OfType<JsonObject>().Select(component => component["code_expiration_minutes"]?.ToString()).FirstOrDefault(text => text is not null);
        return shape with
        {
            Body = TemplateText.Of("*{{1}}* is your verification code." + (advice ? " For your security, do not share this code." : "")),
            Footer = minutes is null ? null : $"This code expires in {minutes} minutes.",
        };
    }

    private static TemplateShape Of(JsonArray components)
    {
        var shape = Empty;
        foreach (var component in components.OfType<JsonObject>())
        {
            shape = ((string?)component["type"])?.ToUpperInvariant() switch
            {
                "HEADER" => shape with
                {
                    HeaderFormat = ((string?)component["format"])?.ToUpperInvariant() ?? "TEXT",
                    HeaderText = (string?)component["text"] is { } header ? TemplateText.Of(header) : null,
                },
                "BODY" when (string?)component["text"] is { } body => shape with { Body = TemplateText.Of(body) },
                "FOOTER" => shape with { Footer = (string?)component["text"] },
                "BUTTONS" => shape with { Buttons = [.. ((JsonArray)component["buttons"]!).OfType<JsonObject>().Select(ReadButton)] },
                "CAROUSEL" => shape with { Cards = [.. ((JsonArray)component["cards"]!).OfType<JsonObject>().Select(card => Of((JsonArray)card["components"]!))] },
                "LIMITED_TIME_OFFER" => shape with { HasOffer = true },
                _ => shape,
            };
        }

        return shape;
    }

    private static TemplateButton ReadButton(JsonObject button)
    {
        var type = ((string)button["type"]!).ToUpperInvariant();
        return new TemplateButton(
            type,
            (string?)button["text"] ?? type switch { "COPY_CODE" => "Copy offer code", "OTP" => "Copy code", "REQUEST_CONTACT_INFO" => "Share Contact Info", _ => type },
            (string?)button["url"] is { } url ? TemplateText.Of(url) : null,
            (string?)button["otp_type"]);
    }
}
