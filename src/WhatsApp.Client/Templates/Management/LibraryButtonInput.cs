using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>What a button of a library template leads to.</summary>
public sealed record LibraryButtonInput
{
    private LibraryButtonInput(string type, string? address, string? example, string? number) => (Type, Address, Example, Number) = (type, address, example, number);

    /// <summary><c>URL</c>, <c>PHONE_NUMBER</c> or <c>QUICK_REPLY</c>.</summary>
    public string Type { get; }

    /// <summary>The address, for a link; null otherwise.</summary>
    public string? Address { get; }

    /// <summary>The whole address with its variable filled; null without one.</summary>
    public string? Example { get; }

    /// <summary>The number, for a button that dials; null otherwise.</summary>
    public string? Number { get; }

    /// <summary>A link.</summary>
    /// <param name="address">The address, which may end in <c>{{1}}</c>.</param>
    /// <param name="example">The whole address with the variable filled; null without one.</param>
    public static LibraryButtonInput Url(string address, string? example = null) => new("URL", address, example, number: null);

    /// <summary>A number to dial.</summary>
    /// <param name="number">With country code.</param>
    public static LibraryButtonInput PhoneNumber(string number) => new("PHONE_NUMBER", address: null, example: null, number);

    /// <summary>A reply: it needs nothing.</summary>
    public static LibraryButtonInput QuickReply { get; } = new("QUICK_REPLY", address: null, example: null, number: null);

    internal void Check(MessageChecks checks, MessagePath path)
    {
        if (Type == "URL")
        {
            checks.WebAddress($"{path}.url.base_url", Address?.Replace("{{1}}", "x", StringComparison.Ordinal));
            if (Address?.Contains("{{", StringComparison.Ordinal) == true)
                checks.WebAddress($"{path}.url.url_suffix_example", Example);
        }
        else if (Type == "PHONE_NUMBER")
        {
            checks.Required($"{path}.phone_number", Number, 20);
        }
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteText("type"u8, Type);
        if (Address is not null)
        {
            writer.WriteStartObject("url"u8);
            writer.WriteText("base_url"u8, Address);
            writer.WriteOptionalText("url_suffix_example"u8, Example);
            writer.WriteEndObject();
        }

        writer.WriteOptionalText("phone_number"u8, Number);
        writer.WriteEndObject();
    }
}
