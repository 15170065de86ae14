using System.Security.Cryptography;
using System.Text;

namespace Shopify.Emulator.OAuth;

/// <summary>Random secrets and keyed hashes.</summary>
internal static class Secrets
{
    /// <summary>A token of the given kind with 128 random bits.</summary>
    public static string Token(string prefix) => prefix + Hex();

    /// <summary>32 random lower-case hex digits.</summary>
    public static string Hex() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public static byte[] Hmac(string secret, ReadOnlySpan<byte> body) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body);

    public static bool Same(string? given, string expected) => given is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
