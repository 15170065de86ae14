using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Shopify.Client;

/// <summary>
/// The permanent domain of a shop, such as <c>demo-shop.myshopify.com</c>: lower case, always under <c>myshopify.com</c>.
/// Only values of this type become part of a URL, so an unchecked <c>shop</c> parameter can never send a token to another host.
/// </summary>
/// <seealso href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant"/>
public readonly record struct ShopDomain
{
    private const int MaxInputLength = 512;

    // What makes one program read another host than the next one does; no address of a shop that somebody copies has it.
    private const string NeverInAPastedAddress = "@\\#%:\0\t\r\n ";
    private const string Suffix = ".myshopify.com";
    private readonly string? _value;

    private ShopDomain(string value) => _value = value;

    /// <summary>The domain in lower case. Empty for <c>default(ShopDomain)</c>, which no call accepts.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>
    /// Reads what a person or Shopify wrote: the domain itself, a URL of it, a bare handle (<c>demo-shop</c>) or
    /// <c>admin.shopify.com/store/demo-shop</c>, with any case and surrounding blanks.
    /// </summary>
    /// <param name="text">The text to read; may be null.</param>
    /// <param name="domain">The domain when the answer is true.</param>
    /// <returns>False when the text names no permanent shop domain.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ShopDomain domain)
    {
        domain = default;
        // Folding to lower case would turn some letters of other scripts into Latin ones.
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxInputLength || !Ascii.IsValid(text))
            return false;
        var host = Normalise(text);
        if (!host.EndsWith(Suffix, StringComparison.Ordinal) || !IsHandle(host.AsSpan(..^Suffix.Length)))
            return false;
        domain = new ShopDomain(host);
        return true;
    }

    /// <summary>Like <see cref="TryParse"/>, for text that is known to be right.</summary>
    /// <param name="text">The text to read.</param>
    /// <returns>The domain.</returns>
    /// <exception cref="FormatException">The text names no permanent shop domain.</exception>
    public static ShopDomain Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var domain)
            ? domain
            : throw new FormatException("Not a permanent shop domain; expected the form demo-shop.myshopify.com.");
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static string Normalise(string text)
    {
        var rest = text.Trim().ToLowerInvariant();
        foreach (var scheme in (ReadOnlySpan<string>)["https://", "http://"])
        {
            if (!rest.StartsWith(scheme, StringComparison.Ordinal))
                continue;
            rest = rest[scheme.Length..];
            break;
        }

        const string adminPrefix = "admin.shopify.com/store/";
        if (Holds(rest, NeverInAPastedAddress))
            return string.Empty;
        if (rest.StartsWith(adminPrefix, StringComparison.Ordinal))
            return BeforeSlash(rest[adminPrefix.Length..]) + Suffix;
        var host = BeforeSlash(rest);
        return IsHandle(host) ? host + Suffix : host;
    }

    private static string BeforeSlash(string text) => text.IndexOf('/', StringComparison.Ordinal) is var at and >= 0 ? text[..at] : text;

    // Plain loops: a regular expression, or a set of characters for the vector units, costs the first call of a process more than all later ones save.
    private static bool Holds(string text, string any)
    {
        foreach (var c in text)
        {
            if (any.Contains(c, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsHandle(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
                return false;
        }

        return text is [not '-', ..];
    }
}
