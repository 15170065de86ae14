namespace Shopify.Client;

/// <summary>The size of a page, which Shopify limits to 250.</summary>
internal static class PageSize
{
    public const int Max = 250;

    public static void Check(int first, string parameterName)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1, parameterName);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, Max, parameterName);
    }
}
