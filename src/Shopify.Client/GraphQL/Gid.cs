namespace Shopify.Client;

/// <summary>Shopify's global ids, <c>gid://shopify/{Type}/{number}</c>.</summary>
internal static class Gid
{
    /// <summary>The number at the end, which search fields and permalinks want.</summary>
    public static string Number(string gid, string parameterName)
    {
        var number = gid[(gid.LastIndexOf('/') + 1)..];
        return number.Length > 0 && number.All(char.IsAsciiDigit)
            ? number
            : throw new ArgumentException("The id ends in no number.", parameterName);
    }
}
