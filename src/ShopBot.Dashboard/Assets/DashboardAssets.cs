using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace ShopBot.Dashboard;

/// <summary>One static file of the pages, under a name that changes with its content, so that it may be kept for a year.</summary>
internal sealed class DashboardAssets
{
    private readonly byte[] _content;
    private readonly string _type;

    private DashboardAssets(string name, string type)
    {
        using var stream = typeof(DashboardAssets).Assembly.GetManifestResourceStream(name)!;
        _content = new byte[stream.Length];
        stream.ReadExactly(_content);
        _type = type;
        var dot = name.LastIndexOf('.');
        Path = $"/_shopbot/{name[..dot]}.{Convert.ToHexStringLower(SHA256.HashData(_content))[..12]}{name[dot..]}";
    }

    public static DashboardAssets StyleSheet { get; } = new("dashboard.css", "text/css; charset=utf-8");

    public static DashboardAssets Script { get; } = new("dashboard.js", "text/javascript; charset=utf-8");

    public static IReadOnlyList<DashboardAssets> All { get; } = [StyleSheet, Script];

    public string Path { get; }

    public IResult Serve(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(_content, _type);
    }
}
