using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Shopify.Client.AspNetCore;

/// <summary>Random values of 256 bits and their hashes.</summary>
internal static class InstallSecrets
{
    /// <summary>43 characters of <c>[A-Za-z0-9_-]</c>, which every way of signing a query writes alike.</summary>
    public static string NewValue() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)));

    public static string PkceChallenge(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    public static bool SameHash(string expected, string actual) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(actual));
}
