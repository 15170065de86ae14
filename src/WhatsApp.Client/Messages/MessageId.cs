using System.Security.Cryptography;
using System.Text;

namespace WhatsApp.Client;

/// <summary>
/// A message id (wamid). Opaque, but the platform encodes the customer's phone number in it, so it counts as personal data:
/// use <see cref="Value"/> to store and compare, never to log.
/// </summary>
/// <param name="Value">The id as the platform wrote it, usually <c>wamid.</c> and Base64.</param>
public readonly record struct MessageId(string Value)
{
    /// <summary>Four hexadecimal digits of the id's hash, enough to tell two log lines apart and too few to find the id again.</summary>
    public override string ToString()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(Value ?? ""), hash);
        return $"wamid(…{Convert.ToHexStringLower(hash[^2..])})";
    }
}
