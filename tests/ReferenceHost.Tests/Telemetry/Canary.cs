using System.Text;

namespace ReferenceHost.Tests.Telemetry;

/// <summary>A text that must not be told, and every form in which it might be told none the less.</summary>
internal sealed class Canary(string text)
{
    private readonly string[] _forms = [.. Forms(text).Where(static form => form.Length >= 6).Distinct(StringComparer.OrdinalIgnoreCase)];

    public override string ToString() => text;

    /// <summary>The form in which it stands in there; null when it does not.</summary>
    /// <param name="told">Bytes as Latin-1.</param>
    public string? FindIn(string told) => Array.Find(_forms, form => told.Contains(form, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Forms(string text)
    {
        foreach (var written in new[] { text, text.TrimStart('+'), "+" + text.TrimStart('+') })
        {
            var bytes = Encoding.UTF8.GetBytes(written);
            yield return Encoding.Latin1.GetString(bytes);
            yield return Uri.EscapeDataString(written);
            yield return Uri.EscapeDataString(written).Replace("%20", "+", StringComparison.Ordinal);
            yield return Convert.ToHexString(bytes);
            // As a part of something longer a text has one of three forms in base64, by where it begins.
            for (var before = 0; before < 3; before++)
            {
                var encoded = Convert.ToBase64String([.. new byte[before], .. bytes]).TrimEnd('=');
                var part = encoded[(before == 0 ? 0 : before + 1)..^((bytes.Length + before) % 3 == 0 ? 0 : 1)];
                yield return part;
                yield return part.Replace('+', '-').Replace('/', '_');
            }
        }
    }
}
