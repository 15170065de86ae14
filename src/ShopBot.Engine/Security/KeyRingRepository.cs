using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Security;

/// <summary>Keeps the data-protection key ring in the engine's own storage, so that one backup holds everything.</summary>
internal sealed class KeyRingRepository(IKeyStore keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.LoadKeyRing().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) => keys.AddToKeyRing(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}

/// <summary>Makes data protection use that place, unless the host chose another.</summary>
internal sealed class KeyRingOptions(IKeyStore keys) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlRepository ??= new KeyRingRepository(keys);
}
