namespace WhatsApp.Client;

/// <summary>A file of a flow.</summary>
/// <param name="Name">Its name, <c>flow.json</c>.</param>
/// <param name="AssetType">What it is, <c>FLOW_JSON</c>.</param>
/// <param name="DownloadUrl">Where it can be read for a while without a token; null when absent.</param>
public sealed record FlowAsset(string Name, string? AssetType, Uri? DownloadUrl);
