# Completion of thalign for bash; installed where bash-completion looks for it. The program itself
# knows what fits.

_thalign() {
  local word current=${COMP_WORDS[COMP_CWORD]} paths= IFS=$'\n'
  COMPREPLY=()
  [[ $current == = ]] && current=
  while IFS=$'\t' read -r word _; do
    case $word in
      :files) paths=f ;;
      :folders) paths=d ;;
      *) COMPREPLY+=("$word") ;;
    esac
  done < <("$1" complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  if [[ $paths ]]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY+=($(compgen -"$paths" -- "$current"))
  fi
}

complete -F _thalign thalign
