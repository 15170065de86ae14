using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace ShopBot.Dashboard;

/// <summary>The pages' style sheet, under a name that changes with its content, so that it may be kept for a year.</summary>
internal static class DashboardAssets
{
    private static readonly byte[] Css = Read();

    public static string StyleSheetPath { get; } = $"/_shopbot/dashboard.{Convert.ToHexStringLower(SHA256.HashData(Css))[..12]}.css";

    public static IResult StyleSheet(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(Css, "text/css; charset=utf-8");
    }

    private static byte[] Read()
    {
        using var stream = typeof(DashboardAssets).Assembly.GetManifestResourceStream("dashboard.css")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
