using System.Runtime.Intrinsics;

namespace Shopify.Client.Auth;

/// <summary>
/// Compares signatures written as 64 hexadecimal digits. Both are taken whole and joined without a branch, so the time tells nothing about where
/// they differ; <c>CryptographicOperations.FixedTimeEquals</c> does the same byte by byte without optimisation, which costs a tenth of the HMAC.
/// </summary>
internal static class ConstantTime
{
    public const int HexDigits = 64;

    public static bool SameHex(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length != HexDigits || right.Length != HexDigits)
            return false;
        var first = Vector256.Create(left[..32]) ^ Vector256.Create(right[..32]);
        var second = Vector256.Create(left[32..]) ^ Vector256.Create(right[32..]);
        return (first | second) == Vector256<byte>.Zero;
    }
}
