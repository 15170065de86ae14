namespace WhatsApp.Client;

/// <summary>An Android app that may take one-time passwords.</summary>
/// <param name="PackageName">Such as <c>com.example.shop</c>.</param>
/// <param name="SignatureHash">The 11 characters that name its signing key.</param>
public sealed record OtpApp(string PackageName, string SignatureHash);
