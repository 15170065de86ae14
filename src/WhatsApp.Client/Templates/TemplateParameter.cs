using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// What fills one variable in the body of a template. A text converts by itself, and so does a pair of name and text:
/// <c>Body = ["Mira", "A-9"]</c> or <c>Body = [("first_name", "Mira"), ("order", "A-9")]</c>. A template has either numbered variables,
/// filled in order, or named ones, and then each text needs its name.
/// </summary>
public abstract record TemplateParameter
{
    private const decimal MaxAmount = 9_000_000_000_000m;

    private TemplateParameter()
    {
    }

    /// <summary>The variable's name, for a template with named variables; null for one with numbers.</summary>
    public string? ParameterName { get; init; }

    /// <summary>A text.</summary>
    /// <param name="Value">Not empty, without line break, tab or more than four blanks in a row; <see cref="TemplateText.Clean"/> makes it so.</param>
    public sealed record Text(string Value) : TemplateParameter;

    /// <summary>An amount of money. The platform shows <paramref name="FallbackValue"/> and formats nothing itself.</summary>
    /// <param name="FallbackValue">The amount as the reader shall see it, such as <c>12,90 €</c>.</param>
    /// <param name="Code">ISO 4217, such as <c>EUR</c>.</param>
    /// <param name="Amount">The amount, with at most three decimals.</param>
    public sealed record Currency(string FallbackValue, string Code, decimal Amount) : TemplateParameter;

    /// <summary>A moment. The platform shows <paramref name="FallbackValue"/> and formats nothing itself.</summary>
    /// <param name="FallbackValue">The moment as the reader shall see it.</param>
    public sealed record DateTime(string FallbackValue) : TemplateParameter;

    /// <summary>A text for a numbered variable.</summary>
    /// <param name="text">As for <see cref="Text"/>.</param>
    public static implicit operator TemplateParameter(string text) => new Text(text);

    /// <summary>A text for a named variable.</summary>
    /// <param name="named">The variable's name and its text.</param>
    public static implicit operator TemplateParameter((string Name, string Text) named) => new Text(named.Text) { ParameterName = named.Name };

    /// <summary>The kind only.</summary>
    public sealed override string ToString() => $"TemplateParameter.{GetType().Name}";

    internal void Check(MessageChecks checks, MessagePath path, int maxText)
    {
        checks.Optional($"{path}.parameter_name", ParameterName, int.MaxValue);
        switch (this)
        {
            case Text text:
                checks.ParameterText($"{path}.text", text.Value, maxText);
                break;
            case Currency currency:
                checks.ParameterText($"{path}.currency.fallback_value", currency.FallbackValue, maxText);
                if (currency.Code is not { Length: 3 } code || code.AsSpan().ContainsAnyExceptInRange('A', 'Z'))
                    checks.Add($"{path}.currency.code", MessageFaultKind.Malformed);
                if (Math.Abs(currency.Amount) > MaxAmount || currency.Amount * 1000 % 1 != 0)
                    checks.Add($"{path}.currency.amount_1000", MessageFaultKind.Malformed);
                break;
            case DateTime moment:
                checks.ParameterText($"{path}.date_time.fallback_value", moment.FallbackValue, maxText);
                break;
        }
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        switch (this)
        {
            case Text text:
                WriteKind(writer, "text"u8);
                writer.WriteText("text"u8, text.Value);
                break;
            case Currency currency:
                WriteKind(writer, "currency"u8);
                writer.WriteStartObject("currency"u8);
                writer.WriteText("fallback_value"u8, currency.FallbackValue);
                writer.WriteText("code"u8, currency.Code);
                writer.WriteNumber("amount_1000"u8, (long)decimal.Round(currency.Amount * 1000));
                writer.WriteEndObject();
                break;
            case DateTime moment:
                WriteKind(writer, "date_time"u8);
                writer.WriteStartObject("date_time"u8);
                writer.WriteText("fallback_value"u8, moment.FallbackValue);
                writer.WriteEndObject();
                break;
        }

        writer.WriteEndObject();
    }

    private void WriteKind(Utf8JsonWriter writer, ReadOnlySpan<byte> kind)
    {
        writer.WriteString("type"u8, kind);
        writer.WriteOptionalText("parameter_name"u8, ParameterName);
    }
}
