using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Sending.Surface;

/// <summary>What an assembly uses of Sending.Nethereum, read from its metadata without loading it.</summary>
internal sealed class UsedSurface
{
    private const string Subset = "Sending.Nethereum";

    private readonly MetadataReader _metadata;
    private readonly SurfaceList _list;
    private readonly Dictionary<string, TypeDeclaration> _subset;

    private UsedSurface(MetadataReader metadata, SurfaceList list, IEnumerable<TypeDeclaration> subset)
    {
        (_metadata, _list) = (metadata, list);
        _subset = subset.ToDictionary(declaration => declaration.Name);
    }

    /// <summary>Whether the file is an assembly that refers to the subset.</summary>
    public static bool IsUser(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata)
        {
            return false;
        }

        var metadata = file.GetMetadataReader();
        return metadata.AssemblyReferences.Any(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name) == Subset);
    }

    /// <summary>
    /// One line for every type, and every member, that is used and not in the list; and one for every member that a class must have there and
    /// need not have here, since it implements an interface, or derives from an abstract class, of which the subset has less.
    /// </summary>
    public static IReadOnlyList<string> Faults(string path, SurfaceList list, IEnumerable<TypeDeclaration> subset)
    {
        using var file = new PEReader(File.OpenRead(path));
        var used = new UsedSurface(file.GetMetadataReader(), list, subset);
        var name = Path.GetFileNameWithoutExtension(path);
        return [.. used.TypeFaults().Concat(used.MemberFaults()).Concat(used.InheritanceFaults()).Distinct().Order(StringComparer.Ordinal).Select(fault => $"{name} uses {fault}")];
    }

    private IEnumerable<string> TypeFaults() => _metadata.TypeReferences
        .Where(IsOfSubset)
        .Select(NameOf)
        .Where(type => Listed(type) is null && !SurfaceCheck.MentionedOnly.Contains(type))
        .Select(type => $"{type}, a type that is not in the list");

    private IEnumerable<string> MemberFaults()
    {
        foreach (var handle in _metadata.MemberReferences)
        {
            var member = _metadata.GetMemberReference(handle);
            if (TypeOf(member.Parent) is not { } type || !IsOfSubset(type))
            {
                continue;
            }

            var (owner, name) = (NameOf(type), _metadata.GetString(member.Name));
            var parameters = member.GetKind() == MemberReferenceKind.Method ? member.DecodeMethodSignature(ParameterCounter.Instance, null).ParameterTypes.Length : (int?)null;
            if (!IsListed(owner, name, parameters))
            {
                yield return $"{owner}.{name} with {parameters ?? 0} parameters, which is not in the list";
            }
        }
    }

    private IEnumerable<string> InheritanceFaults()
    {
        foreach (var definition in _metadata.TypeDefinitions.Select(_metadata.GetTypeDefinition))
        {
            var parents = definition.GetInterfaceImplementations().Select(handle => _metadata.GetInterfaceImplementation(handle).Interface).Append(definition.BaseType);
            foreach (var parent in parents.Where(parent => !parent.IsNil).Select(TypeOf))
            {
                if (parent is { } type && IsOfSubset(type) && Listed(NameOf(type)) is { } listed && _subset.TryGetValue(listed.Name, out var mine))
                {
                    foreach (var member in Needed(listed).Where(member => mine.Members.All(own => own.Key != member.Key)))
                    {
                        yield return $"{listed.Name} as an ancestor of {_metadata.GetString(definition.Name)}, which would have to implement {member.Text}";
                    }
                }
            }
        }
    }

    private static IEnumerable<Declared> Needed(ListedType type) => type.Members.Values.Where(member => type.Kind == "interface" || member.IsAbstract);

    private bool IsListed(string type, string name, int? parameters)
    {
        var open = new Queue<ListedType>(Listed(type) is { } first ? [first] : []);
        while (open.TryDequeue(out var listed))
        {
            if (listed.Members.Keys.Any(text => ListedMember.Is(text, listed.ShortName, name, parameters)))
            {
                return true;
            }

            foreach (var further in listed.Bases.SelectMany(text => _list.Named(ListedType.ShortNameOf(text))))
            {
                open.Enqueue(further);
            }
        }

        return false;
    }

    /// <summary>The listed type of a name in metadata, where a generic one ends in the number of its parameters.</summary>
    private ListedType? Listed(string type)
    {
        var parts = type.Split('`');
        return _list.Types.Values.FirstOrDefault(listed =>
            listed.Name.Split('<')[0] == parts[0] && (parts.Length == 1 ? 0 : int.Parse(parts[1], null)) == (listed.Name.Contains('<', StringComparison.Ordinal) ? listed.Name.Split('<')[1].Split(',').Length : 0));
    }

    private bool IsOfSubset(TypeReferenceHandle handle)
    {
        var scope = _metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.AssemblyReference => _metadata.GetString(_metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == Subset,
            HandleKind.TypeReference => IsOfSubset((TypeReferenceHandle)scope),
            _ => false,
        };
    }

    private string NameOf(TypeReferenceHandle handle)
    {
        var type = _metadata.GetTypeReference(handle);
        var name = _metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference ? $"{NameOf((TypeReferenceHandle)type.ResolutionScope)}.{name}" : $"{_metadata.GetString(type.Namespace)}.{name}";
    }

    private TypeReferenceHandle? TypeOf(EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => (TypeReferenceHandle)parent,
        HandleKind.TypeSpecification => GenericTypeOf(_metadata.GetBlobReader(_metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature)),
        _ => null,
    };

    private static TypeReferenceHandle? GenericTypeOf(BlobReader signature)
    {
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        signature.ReadCompressedInteger();
        var type = signature.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)type : null;
    }
}
