using System.Text;

namespace WhatsApp.Client;

/// <summary>The form in which the JSON of a flow is uploaded.</summary>
internal static class FlowAssetForm
{
    public static (byte[] Body, string ContentType) Of(ReadOnlySpan<byte> flowJson)
    {
        var boundary = $"flow-{Guid.NewGuid():N}";
        var head =
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nflow.json\r\n"
            + $"--{boundary}\r\nContent-Disposition: form-data; name=\"asset_type\"\r\n\r\nFLOW_JSON\r\n"
            + $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"flow.json\"\r\nContent-Type: application/json\r\n\r\n";
        return ([.. Encoding.ASCII.GetBytes(head), .. flowJson, .. Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n")], $"multipart/form-data; boundary={boundary}");
    }
}
