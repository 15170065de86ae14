using WhatsApp.Client;

namespace TemplateSender;

/// <summary>One line of the file: whom it names, or null when it is no phone number.</summary>
public sealed record NumberLine(int Line, Recipient? Recipient);

/// <summary>A number on each line; empty lines and lines that start with # do not count, a number twice counts once.</summary>
public static class NumberFile
{
    /// <summary>The lines that count.</summary>
    public static IReadOnlyList<NumberLine> Read(string file)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. File.ReadLines(file)
            .Select((text, index) => (Text: text.Trim(), Line: index + 1))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#' && seen.Add(line.Text.TrimStart('+')))
            .Select(line => new NumberLine(line.Line, Parse(line.Text)))];
    }

    private static Recipient.Phone? Parse(string text)
    {
        try
        {
            return new Recipient.Phone(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
