using System.Security.Cryptography;
using System.Text;

namespace WhatsApp.Emulator;

/// <summary><c>X-Hub-Signature-256</c>: HMAC-SHA256 of the exact bytes under the app secret.</summary>
internal static class WebhookSignature
{
    public static string Of(ReadOnlySpan<byte> body, string appSecret) => Of(body, Encoding.UTF8.GetBytes(appSecret));

    public static string Of(ReadOnlySpan<byte> body, byte[] appSecret) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(appSecret, body));
}
