using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>The public key of a number, with which flows encrypt.</summary>
/// <param name="Pem">The key in PEM; null when there is none.</param>
/// <param name="SignatureStatus"><c>VALID</c> or <c>MISMATCH</c>, after which it must be given again; null when absent.</param>
public sealed record BusinessPublicKey(string? Pem, string? SignatureStatus)
{
    internal static BusinessPublicKey Read(JsonElement node) => new(node.Text("business_public_key"), node.Text("business_public_key_signature_status"));
}
