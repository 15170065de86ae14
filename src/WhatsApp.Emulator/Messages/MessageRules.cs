using System.Text.Json;

namespace WhatsApp.Emulator;

/// <summary>The limits each message type is held to before it is accepted.</summary>
internal static class MessageRules
{
    private const string Known = "AUDIO, CONTACTS, DOCUMENT, IMAGE, INTERACTIVE, LOCATION, PIN, REACTION, STICKER, TEMPLATE, TEXT, VIDEO";

    public static void Check(Param body, string type, Recipient recipient, EmulatedNumber number, EmulatedCloud cloud)
    {
        if (recipient.Group is not null && type is "interactive" or "contacts" or "location")
            throw new GraphException(GraphError.Unsupported($"Param type {type.ToUpperInvariant()} cannot be sent to a group."));
        switch (type)
        {
            case "text":
                var text = body.NeedObject("text");
                text.AllowOnly("body", "preview_url");
                text.NeedText("body", 4096);
                text.FindFlag("preview_url");
                break;
            case "image" or "video" or "audio" or "document" or "sticker":
                MediaRules.Check(body.NeedObject(type), type, number, cloud);
                break;
            case "interactive":
                InteractiveRules.Check(body.NeedObject("interactive"), number, cloud);
                break;
            case "reaction":
                var reaction = body.NeedObject("reaction");
                reaction.AllowOnly("message_id", "emoji");
                reaction.NeedText("message_id", 500);
                reaction.Need("emoji").MustBe(JsonValueKind.String, "a string");
                break;
            case "location":
                CheckLocation(body.NeedObject("location"));
                break;
            case "contacts":
                foreach (var card in body.NeedItems("contacts", 1, 257))
                    CheckContact(card);
                break;
            case "template":
                // Checked against the template itself, by the caller.
                break;
            case "pin" when recipient.Group is { } group:
                CheckPin(body.NeedObject("pin"), group);
                break;
            case "pin":
                throw new GraphException(GraphError.Unsupported("Param type PIN is for groups only."));
            default:
                throw new GraphException(GraphError.Unsupported($"Param type must be one of {{{Known}}} - got \"{type}\"."));
        }
    }

    private static void CheckPin(Param pin, EmulatedGroup group)
    {
        pin.AllowOnly("type", "message_id", "expiration_days");
        pin.NeedWord("type", "pin", "unpin");
        if (!group.Knows(pin.NeedText("message_id", 500)))
            throw new GraphException(GraphError.Invalid("Param pin['message_id'] is not a message of this group."));
        pin.FindWhole("expiration_days", 1, 30);
    }

    private static void CheckLocation(Param location)
    {
        location.AllowOnly("latitude", "longitude", "name", "address");
        RequireDegrees(location.Need("latitude"), 90);
        RequireDegrees(location.Need("longitude"), 180);
    }

    private static void RequireDegrees(Param degrees, double limit)
    {
        double value;
        var read = degrees.Value.ValueKind == JsonValueKind.Number
            ? degrees.Value.TryGetDouble(out value)
            : double.TryParse(degrees.Value.ToString(), System.Globalization.CultureInfo.InvariantCulture, out value);
        if (!read || Math.Abs(value) > limit)
            throw degrees.Wrong($"must be a number between -{limit} and {limit}");
    }

    private static void CheckContact(Param card)
    {
        var name = card.NeedObject("name");
        name.NeedText("formatted_name", 1_000);
        string[] parts = ["first_name", "last_name", "middle_name", "suffix", "prefix"];
        if (!parts.Any(part => name.FindText(part, 1_000) is { Length: > 0 }))
            throw name.Wrong("needs one more name part besides formatted_name");
    }
}
